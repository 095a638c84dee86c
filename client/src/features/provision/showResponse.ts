import * as messages from '../../../../engine/src/messages';
import type { Services } from '../../commands/context';

/** Show Last Response: the platform's last answer of this session, its secrets masked. */
export async function showResponse(services: Pick<Services, 'ui' | 'lastResponse' | 'showResponse'>): Promise<void> {
  if (services.lastResponse.text() === undefined) await services.ui.tell({ tone: 'info', text: messages.noResponse });
  else await services.showResponse();
}
