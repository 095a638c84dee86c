import assert from 'node:assert/strict';
import { readCallback } from '../../../client/src/provisioning/signIn/callback';

const editor = 'vscode://publisher.name';

describe('callback address', () => {
  const cases: [text: string, read: object | undefined][] = [
    ['http://127.0.0.1:8089/callback', { kind: 'loopback', port: 8089, path: '/callback' }],
    ['http://localhost:8089', { kind: 'loopback', port: 8089, path: '/' }],
    ['http://[::1]:8089/a/b?tenant=1', { kind: 'loopback', port: 8089, path: '/a/b' }],
    [' http://localhost/callback ', { kind: 'loopback', port: 80, path: '/callback' }],
    ['https://localhost:8089/callback', { kind: 'elsewhere' }],
    ['https://app.example.com/callback', { kind: 'elsewhere' }],
    ['http://localhost.example.com/callback', { kind: 'elsewhere' }],
    ['vscode://publisher.name/callback', { kind: 'editor' }],
    ['vscode://Publisher.Name', { kind: 'editor' }],
    ['vscode://publisher.other/callback', { kind: 'elsewhere' }],
    ['vscode-insiders://publisher.name/callback', { kind: 'elsewhere' }],
    ['', undefined],
    ['app.example.com/callback', undefined],
  ];
  for (const [text, read] of cases) {
    it(`${JSON.stringify(text)} is ${read === undefined ? 'none' : JSON.stringify(read)}`, () => {
      assert.deepEqual(readCallback(text, editor), read);
    });
  }
});
