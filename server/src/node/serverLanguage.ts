// Must be imported before all files with messages, because many messages are created while their file loads.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { translationsVariable } from '../../../common/src/protocol/translations';
import { useTranslations } from '../../../common/src/text/translate';

const location = process.env[translationsVariable];

if (location !== undefined && location !== '') {
  try {
    useTranslations(JSON.parse(readFileSync(fileURLToPath(location), 'utf8')) as Record<string, string>);
  } catch (error) {
    process.stderr.write(`Can't read the translations at ${location}, so messages stay in English. ${String(error)}\n`);
  }
}
