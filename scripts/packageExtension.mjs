// Makes cloud-elements-instances-<version>.vsix in the root. Arguments are those of `vsce package`, such as `--out <file>`.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { listFiles } from '@vscode/vsce';
import { normalizeModes, packageEnvironment } from './reproducible.mjs';
import { root } from './setup.mjs';

// esbuild sets the permissions of a file only when it creates it.
fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
normalizeModes((await listFiles({ cwd: root })).map((file) => path.join(root, file)));
const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
const { status } = spawnSync(process.execPath, [vsce, 'package', ...process.argv.slice(2)], {
  cwd: root,
  env: packageEnvironment,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
