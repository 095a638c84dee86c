// Imported before every file with messages: many messages are translated while their file loads.
import * as vscode from 'vscode';
import { useTranslations } from '../../../common/src/text/translate';

if (vscode.l10n.bundle) useTranslations(vscode.l10n.bundle);
