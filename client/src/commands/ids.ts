/** Ids of the commands, as the manifest has them. Knows nothing of VS Code, so that a test can compare the two. */
export const commandIds = [
  'cloudElements.instance.provision',
  'cloudElements.instance.new',
  'cloudElements.account.add',
  'cloudElements.account.switch',
  'cloudElements.account.edit',
  'cloudElements.account.check',
  'cloudElements.account.signOut',
  'cloudElements.account.remove',
  'cloudElements.token.copy',
  'cloudElements.response.show',
  'cloudElements.request.preview',
  'cloudElements.curl.copy',
  'cloudElements.curl.create',
  'cloudElements.secret.set',
  'cloudElements.secret.delete',
  'cloudElements.secret.list',
  'cloudElements.secret.move',
  'cloudElements.support.copy',
] as const;

export type CommandId = (typeof commandIds)[number];
