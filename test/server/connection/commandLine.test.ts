import assert from 'node:assert/strict';
import { answerCommandLine } from '../../../server/src/node/commandLine';

describe('the command line of the server', () => {
  it('leaves every transport of a language client to the library', () => {
    const lines = [
      ['--stdio'],
      ['--node-ipc', '--clientProcessId=17'],
      ['--clientProcessId=17', '--stdio'],
      ['--socket=8080'],
      ['--socket', '8080'],
      ['--pipe=/run/some.sock'],
      ['--pipe', '/run/some.sock'],
    ];
    for (const line of lines) assert.equal(answerCommandLine(line, '1.2.3'), undefined, line.join(' '));
  });

  it('answers arguments that the library would throw at: none, no transport, and one without its address', () => {
    for (const line of [
      [],
      ['--verbose'],
      ['--clientProcessId=17'],
      ['--socket'],
      ['--socket=x'],
      ['--pipe'],
      ['--pipe='],
    ]) {
      const answer = answerCommandLine(line, '1.2.3');
      assert.deepEqual([answer?.to, answer?.code], ['stderr', 1], line.join(' '));
      assert.match(answer?.text ?? '', /^[^\n]*--stdio[^\n]*\n$/);
    }
  });

  it('prints the version and the usage, whatever the other arguments are', () => {
    assert.deepEqual(answerCommandLine(['--stdio', '--version'], '1.2.3'), { text: '1.2.3\n', to: 'stdout', code: 0 });
    for (const help of ['--help', '-h']) {
      const answer = answerCommandLine(['--stdio', help], '1.2.3');
      assert.match(answer?.text ?? '', /^Usage: /);
      assert.deepEqual([answer?.to, answer?.code], ['stdout', 0]);
    }
  });
});
