import type { TokenEntry } from '../accounts/tokens';
import { word } from '../../../common/src/text/inertText';
import { accountName } from './sharedText';

export const noTokens = 'No element token is kept yet. Provision an instance first.';
export const pickToken = 'Whose token?';
export const tokenLine = ({ instanceId, elementKey }: TokenEntry) => `${word(elementKey)} · id ${word(instanceId)}`;
export const tokenDetail = ({ accountLabel, created: date }: TokenEntry, isAccountThere: boolean) =>
  `${accountName(accountLabel)}${isAccountThere ? '' : ' (no account any more)'} · created ${word(date)}`;
export const tokenGone = 'This token is not stored any more, and was taken off the list.';
export const noResponse = 'No response yet. Provision an instance first.';
export const responseTitle = 'Last Response';
