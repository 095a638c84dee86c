// Translates all messages to the pseudo-locale, before they are made: imported first.
import path from 'node:path';
import { useTranslations } from '../../common/src/text/translate';
import { readMessageTexts } from '../../scripts/messageTexts';
import { pseudo } from './pseudo';

const messages = readMessageTexts(path.join(__dirname, '../..'));
useTranslations(Object.fromEntries(messages.map(({ text }) => [text, pseudo(text)])));
