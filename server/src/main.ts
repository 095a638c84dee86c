#!/usr/bin/env node
import './node/serverLanguage';
import { createRequire } from 'node:module';
import path from 'node:path';
import { startServer } from './connection/connection';
import { createOrderlyConnection } from './connection/lifecycle';
import { bundledValidators } from './catalog/bundledValidators.js';
import { answerCommandLine } from './node/commandLine';
import { readSchemas } from './node/schemas';

/** Defined by the build. */
declare const SERVER_VERSION: string;

const answer = answerCommandLine(process.argv.slice(2), SERVER_VERSION);
if (answer) {
  process[answer.to].write(answer.text);
  process.exitCode = answer.code;
} else {
  // The library reads the transport from the command line itself.
  const schemas = readSchemas(path.join(__dirname, '..', 'schemas'));
  // A file beside this one, loaded with the first schema that is not compiled already.
  const require = createRequire(__filename);
  const compiler = () => require('./compileSchema.js') as typeof import('./node/compileSchema');
  startServer(createOrderlyConnection(), {
    ...schemas,
    validators: bundledValidators,
    compile: (schema) => compiler().compileSchema(schema),
  });
}
