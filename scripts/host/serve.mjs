// usage: node serve.mjs <options as JSON> <VS Code server arguments…>
// One process that is VS Code's server and answers two requests beside it. Prints `{"port":N}` once it listens.
// Plain JavaScript, since VS Code hands the flags of this process down to the extension host.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [json, ...serverArguments] = process.argv.slice(2);
/** home: query that a bare address is sent on to; keyFile: where the half of a browser's key is kept. */
const { vscodeFolder, keyFile, port, home } = JSON.parse(json);

// Whoever started this process holds its standard input open: when they are gone, however they went, so is everything here.
process.stdin.resume().on('end', () => process.kill(-process.pid, 'SIGKILL'));

// VS Code's server reads its arguments from here; the variable keeps it from listening by itself.
process.argv = [process.argv[0], path.join(vscodeFolder, 'out/server-main.js'), ...serverArguments];
process.env.CODE_SERVER_PARENT_PID = String(process.pid);
const { loadCodeWithNls } = await import(pathToFileURL(process.argv[1]).href);
const vscode = await loadCodeWithNls();

/** The workbench encrypts secrets with a key whose one half the server keeps: without it they are lost on a reload. */
function serverKey() {
  if (!fs.existsSync(keyFile)) fs.writeFileSync(keyFile, randomBytes(32), { mode: 0o600 });
  return fs.readFileSync(keyFile);
}

let editor;
const server = http.createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  if (request.method === 'POST' && url.pathname === '/mint-key') {
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(serverKey());
  } else if (
    url.pathname === '/' &&
    home &&
    !['folder', 'workspace', 'ew'].some((name) => url.searchParams.has(name))
  ) {
    for (const [name, value] of Object.entries(home)) {
      url.searchParams.set(name, value.replaceAll('{host}', request.headers.host));
    }
    response.writeHead(302, { location: `/${url.search}` }).end();
  } else {
    editor.handleRequest(request, response);
  }
});
server.on('upgrade', (request, socket) => editor.handleUpgrade(request, socket));

await new Promise((resolve, reject) => {
  server.once('listening', resolve);
  server.once('error', (error) => {
    // If the preferred port is in use, any free one is used.
    if (error.code === 'EADDRINUSE' && port !== 0) server.once('error', reject).listen(0, '127.0.0.1');
    else reject(error);
  });
  server.listen(port, '127.0.0.1');
});
editor = await vscode.createServer(server.address());
console.log(JSON.stringify({ port: server.address().port }));
