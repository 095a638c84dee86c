#!/usr/bin/env node
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './connection';
import { answerCommandLine } from './node/commandLine';
import { readSchemas } from './node/schemas';

/** Put in by the build. */
declare const SERVER_VERSION: string;

const answer = answerCommandLine(process.argv.slice(2), SERVER_VERSION);
if (answer) {
  process[answer.to].write(answer.text);
  process.exitCode = answer.code;
} else {
  // The library reads the transport from the command line itself, as every language client gives it.
  startServer(createConnection(ProposedFeatures.all), readSchemas(path.join(__dirname, '..', 'schemas')));
}
