#!/usr/bin/env node
import './node/serverLanguage';
import path from 'node:path';
import { startServer } from './connection/connection';
import { createOrderlyConnection } from './connection/lifecycle';
import { answerCommandLine } from './node/commandLine';
import { readSchemas } from './node/schemas';
import { loadValidators } from './node/validators';

/** Put in by the build. */
declare const SERVER_VERSION: string;

const answer = answerCommandLine(process.argv.slice(2), SERVER_VERSION);
if (answer) {
  process[answer.to].write(answer.text);
  process.exitCode = answer.code;
} else {
  // The library reads the transport from the command line itself, as every language client gives it.
  const schemas = readSchemas(path.join(__dirname, '..', 'schemas'));
  const validator = loadValidators(path.join(__dirname, 'validators'));
  startServer(createOrderlyConnection(), { ...schemas, validator });
}
