// Prints the packages that the released packages are made of, as a software bill of materials (CycloneDX): what `npm sbom` says without
// development dependencies. Its own `--omit dev` also drops packages that the tools of development share, such as ajv.
import { execSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './setup.mjs';

// From the lockfile, so that it doesn't depend on the platform.
const command = 'npm sbom --package-lock-only --sbom-format cyclonedx';
const document = JSON.parse(execSync(command, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }));
// With a random number, a time and the name of the folder, two builds of a commit would differ.
delete document.serialNumber;
delete document.metadata.timestamp;
document.metadata.component.name = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).name;

const isForDevelopment = ({ properties = [] }) =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
const components = document.components.filter((component) => !isForDevelopment(component));
const refs = new Set([document.metadata.component, ...components].map((component) => component['bom-ref']));
const dependencies = document.dependencies
  .filter(({ ref }) => refs.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));

console.log(JSON.stringify({ ...document, components, dependencies }, null, 2));
