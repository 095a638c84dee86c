import { quote } from '../../../../common/src/text/plainText';
import { t } from '../../../../common/src/text/translate';

export const titles = { newInstance: t('New Instance File') };

export const pickElement = t('Select an element, or search by name, key, or hub');
export const catalogUnreadable = t("Couldn't read the list of elements. Reinstall the extension.");
export const noSkeleton = (key: string) => t("There's no skeleton for {element}.", { element: quote(key) });

export const pasteStraight = t('Paste with Straight Quotes');
export const serverFailed = t("The language server didn't start, so nothing is checked or completed.");
