import { openSource } from './openSource';
import type { Services } from '../../commands/context';

/** Preview Request: shows what Provision Instance would send, and where, with secrets masked. */
export async function previewRequest({ preview }: Pick<Services, 'preview'>, uri: unknown): Promise<void> {
  await preview(await openSource(uri));
}
