import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '.github/*.yml'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '');

/** Parses a YAML file with the parser that is installed with Mocha and vsce, as a program: no dependency for one test. */
const parseYaml = (file: string): unknown =>
  JSON.parse(
    execFileSync(process.execPath, ['node_modules/js-yaml/bin/js-yaml.js', file], { cwd: root, encoding: 'utf8' }),
  );

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}
interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

describe('the YAML files of .github', () => {
  it('include workflows, issue forms and dependabot.yml', () => {
    for (const name of [
      'workflows/ci',
      'workflows/release',
      'ISSUE_TEMPLATE/bug',
      'ISSUE_TEMPLATE/feature',
      'dependabot',
    ])
      assert.ok(files.includes(`.github/${name}.yml`), name);
  });

  for (const file of files) {
    it(`can be parsed: ${file}`, () => {
      assert.equal(typeof parseYaml(file), 'object');
    });
  }

  it('ask for the diagnostics by the title of the command', () => {
    const { 'command.support.copy.title': title } = JSON.parse(
      readFileSync(path.join(root, 'package.nls.json'), 'utf8'),
    ) as Record<string, string>;
    const { body } = parseYaml('.github/ISSUE_TEMPLATE/bug.yml') as {
      body: readonly { id?: string; attributes: { description?: string }; validations?: { required?: boolean } }[];
    };
    const diagnostics = body.find(({ id }) => id === 'diagnostics');
    assert.ok(diagnostics);
    assert.ok(diagnostics.attributes.description?.includes(`"Cloud Elements: ${title}"`));
    assert.equal(diagnostics.validations?.required, true);
  });
});

describe('the workflows', () => {
  const workflows = files.filter((file) => file.startsWith('.github/workflows/'));

  /** What a job may write. All others can only read. */
  const writes: Readonly<Record<string, readonly string[]>> = {
    attest: ['id-token', 'attestations'],
    github: ['contents'],
    marketplace: ['id-token'],
  };

  for (const file of workflows) {
    it(`have no permission that a job doesn't list, and an end to every job: ${file}`, () => {
      const { permissions, jobs } = parseYaml(file) as Workflow;
      assert.deepEqual(permissions, {});
      for (const [name, job] of Object.entries(jobs)) {
        assert.ok(job.permissions, name);
        const written = Object.keys(job.permissions).filter((scope) => job.permissions?.[scope] !== 'read');
        assert.deepEqual(written, writes[name] ?? [], name);
        assert.ok(job['timeout-minutes'], name);
      }
    });

    it(`use actions of a fixed version or commit: ${file}`, () => {
      const { jobs } = parseYaml(file) as Workflow;
      const used = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
      assert.ok(used.length > 0);
      for (const action of used) assert.match(action, /^[\w-]+\/[\w-]+@(?:v\d+(?:\.\d+)*|[0-9a-f]{40})$/);
    });

    it(`run no text of a pull request or an issue: ${file}`, () => {
      const { jobs } = parseYaml(file) as Workflow;
      const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
      assert.deepEqual(
        commands.filter((command) => command.includes('${{')),
        [],
      );
    });
  }

  it('use one secret, the token for Open VSX', () => {
    const used = workflows.flatMap((file) =>
      [...readFileSync(path.join(root, file), 'utf8').matchAll(/\bsecrets\.(\w+)/g)].map(([, name]) => name),
    );
    assert.deepEqual(used, ['OVSX_PAT']);
  });
});
