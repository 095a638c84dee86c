import assert from 'node:assert/strict';
import { madeSince, serverTime } from '../../client/src/provisioning/look';

describe('look', () => {
  const start = Date.parse('2026-01-05T09:30:00Z');

  it('reads our time off the clock of the server, rather too early than too late', () => {
    const asked = start + 30_000;
    const serverIsTenMinutesAhead = new Date(asked + 600_000);
    assert.equal(serverTime(start, asked, serverIsTenMinutesAhead), start + 598_000);
    assert.equal(serverTime(start, asked, undefined), start - 60_000);
  });

  it('takes what has the name and is new, then what has the name and no date', () => {
    const of = (id: string, name: string, createdDate?: string) => ({ id, name, createdDate, token: 'x' });
    const instances = [
      of('undated', 'desk'),
      of('old', 'desk', '2026-01-05T09:29:59Z'),
      of('other', 'another desk', '2026-01-05T09:30:05Z'),
      of('new', 'desk', '2026-01-05T09:30:05Z'),
      of('odd', 'desk', 'yesterday'),
    ];
    const ids = (name: string | undefined) => madeSince(instances, name, start).map(({ id }) => id);
    assert.deepEqual(ids('desk'), ['new', 'odd', 'undated']);
    assert.deepEqual(ids('<b>desk</b>'), ['new', 'odd', 'undated']);
    assert.deepEqual(ids(undefined), ['other', 'new', 'odd', 'undated']);
  });
});
