import assert from 'node:assert/strict';
import { inShort } from '../../kit/problems';

/** A complete request whose name is this text. */
const named = (name: string): string =>
  JSON.stringify({
    element: { key: 'helpscout' },
    configuration: { username: 'a', password: 'b', 'mailbox.name': 'c' },
    name,
  });

describe('placeholders', () => {
  describe('a placeholder', () => {
    const forms = [
      '<INSERT_API_KEY>',
      '<ADD_YOUR_TAG>',
      '<Your Key>',
      'xxxx',
      'XXXXXXXX',
      'xxxx-xxxx',
      '{{api_key}}',
      '[your key]',
      'INSERT_API_KEY',
      'MY_TOKEN',
      'insert-your-key',
      'Add your tag',
      'YOUR_API_KEY',
      'your-api-key',
      'your key',
      '********',
      '...',
      '…',
      'changeme',
      ' <KEY> ',
      'Code on Return the URL',
      'Code on the Return URL',
    ];
    for (const form of forms) {
      it(`is ${form}`, () => {
        assert.deepEqual(inShort(named(form)), [`warning placeholder «"${form}"»`]);
      });
    }
    const values = [
      'xx',
      'maxxx',
      'x-ray',
      '<b>desk</b>',
      'a < b > c',
      'my desk',
      'Your',
      'todo list',
      '-',
      '*',
      'insert coin to play',
      'my-desk',
      'add to cart',
      'put_back',
      'Address',
      'Enterprise',
      'Putnam',
    ];
    for (const value of values) {
      it(`is not ${value}`, () => {
        assert.deepEqual(inShort(named(value)), []);
      });
    }
  });

  describe('a sample address', () => {
    for (const address of [
      'https://www.mycoolapp.com/auth',
      'http://myapp.io',
      'https://example.com:8080/x',
      'https://a.b.example.org?x',
    ]) {
      it(`is ${address}`, () => {
        assert.deepEqual(inShort(named(address)), [`hint sample-host «"${address}"»`]);
      });
    }
    for (const address of [
      'https://acme.test/mycoolapp.com',
      'https://notexample.com',
      'mycoolapp.com',
      'https://example.community',
    ]) {
      it(`is not ${address}`, () => {
        assert.deepEqual(inShort(named(address)), []);
      });
    }
  });
});
