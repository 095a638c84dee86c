// npm run messages: every text that a person reads, with its name and its place, to be read in one go.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMessageTexts } from './messageTexts';

const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Readonly<Record<string, string>>;
const texts = [
  ...Object.entries(manifest).map(([name, text]) => ({ name, text, place: 'package.nls.json' })),
  ...readMessageTexts(root),
];
for (const { text, name, place } of texts) console.log(`${text}\n    ${name}  ${place}`);
