import { quote } from '../../../../common/src/text/plainText';

export const titles = { newInstance: 'New Instance File' } as const;

export const pickElement = 'Search by name, key or hub';
export const catalogUnreadable = 'The list of elements could not be read. Reinstall the extension.';
export const noSkeleton = (key: string) => `There is no skeleton for ${quote(key)}.`;

export const pasteStraight = 'Paste with Straight Quotes';
export const serverFailed = 'The language server did not start, so nothing is checked or completed.';
