// Imported before everything that has messages: many are made while their file loads.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { translationsVariable } from '../../../common/src/protocol/translations';
import { useTranslations } from '../../../common/src/text/translate';

const location = process.env[translationsVariable];

if (location !== undefined && location !== '') {
  try {
    useTranslations(JSON.parse(readFileSync(fileURLToPath(location), 'utf8')) as Record<string, string>);
  } catch (error) {
    process.stderr.write(
      `Messages stay in English: the translations at ${location} cannot be read. ${String(error)}\n`,
    );
  }
}
