import assert from 'node:assert/strict';
import { holdsAddress } from '../../client/src/addresses';

describe('an address of the platform', () => {
  const cases: [text: string, holds: boolean][] = [
    ["curl 'https://api.cloud-elements.com/elements/api-v2/instances'", true],
    ['https://console.cloud-elements.com/elements/api-v2/hubs', true],
    ['curl $BASE/instances', true],
    ['curl example.com/instances?x=1', true],
    ['# Our instances', false],
    ['see docs/instancesOfOurs', false],
    ['curl https://example.com/elements', false],
    [' /instances', false],
    ['', false],
  ];
  for (const [text, holds] of cases) {
    it(`${holds ? 'stands' : 'does not stand'} in ${JSON.stringify(text)}`, () => {
      assert.equal(holdsAddress(text), holds);
    });
  }
});
