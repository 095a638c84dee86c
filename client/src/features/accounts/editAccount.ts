import { accountColors, type Account, type AccountChanges } from '../../../../engine/src/accounts/accounts';
import { isSandbox } from '../../../../engine/src/accounts/sandboxAccount';
import * as messages from './messages';
import { UserFacingError, type Choice } from '../../../../engine/src/ui';
import { enterSecrets } from './enterSecrets';
import { labelProblem } from './labels';
import { pickAccount } from './pickAccount';
import type { AccountStoreContext } from './accountContext';

type EditContext = Pick<AccountStoreContext, 'ui' | 'http' | 'accounts' | 'tokens'>;
/** Asks for a change of an account and makes it. Throws `Cancelled`, or a `UserFacingError`. */
type Edit = (context: EditContext, account: Account) => Promise<void>;

/** Edit Account: lets a person select an account, then what to change. Throws `Cancelled`, or a `UserFacingError`. */
export async function editAccount(context: EditContext): Promise<void> {
  const { ui } = context;
  const account = await pickAccount(context, messages.titles.editAccount, messages.pickToEdit);
  if (isSandbox(account)) {
    await ui.show({ tone: 'info', text: messages.sandboxIsFixed });
    return;
  }
  const edit = await ui.pick(messages.editTitle(account.label), messages.pickEdit, edits(account));
  await edit(context, account);
}

function edits({ label, color, kind, confirms }: Account): Choice<Edit>[] {
  const { names } = messages.edits;
  const asking = {
    label: names.confirms,
    description: messages.edits.current(messages.edits.confirms[confirms ? 'on' : 'off'].label),
    value: setConfirms,
  };
  return [
    { label: names.label, description: messages.edits.current(label), value: rename },
    {
      label: names.color,
      description: messages.edits.current(messages.edits.colors[color ?? 'none']),
      value: setColor,
    },
    { label: names.kind, description: messages.edits.current(messages.edits.kinds[kind].label), value: setKind },
    ...(kind === 'production' ? [asking] : []),
    { label: names.secrets, value: enterSecrets },
  ];
}

const rename: Edit = async (context, account) => {
  const { ui, accounts, tokens } = context;
  const text = await ui.ask({
    title: messages.editTitle(account.label),
    prompt: messages.askLabel,
    value: account.label,
    validate: (typed) => labelProblem(accounts, typed, account),
  });
  const label = text.trim();
  await change(context, account, { label }, messages.edits.renamed(account.label, label));
  await tokens.relabel(account.id, label);
};

const setColor: Edit = async (context, account) => {
  const current = account.color ?? 'none';
  const choices = (['none', ...accountColors] as const).map((color) => ({
    label: messages.edits.colors[color],
    description: color === current ? messages.edits.isCurrent : '',
    dot: color,
    value: color,
  }));
  const color = await context.ui.pick(messages.editTitle(account.label), messages.pickColor, choices);
  await change(context, account, { color }, messages.edits.colored(account.label, color));
};

const setKind: Edit = async (context, account) => {
  const choices = (['production', 'test'] as const).map((kind) => ({
    ...messages.edits.kinds[kind],
    description: kind === account.kind ? messages.edits.isCurrent : '',
    value: kind,
  }));
  const kind = await context.ui.pick(messages.editTitle(account.label), messages.pickKind, choices);
  await change(context, account, { kind }, messages.edits.kindChanged(account.label, kind));
};

const setConfirms: Edit = async (context, account) => {
  const choices = [true, false].map((confirms) => ({
    ...messages.edits.confirms[confirms ? 'on' : 'off'],
    description: confirms === account.confirms ? messages.edits.isCurrent : '',
    value: confirms,
  }));
  const confirms = await context.ui.pick(messages.editTitle(account.label), messages.pickConfirms, choices);
  await change(context, account, { confirms }, messages.edits.confirmsChanged(account.label, confirms));
};

async function change(context: EditContext, account: Account, changes: AccountChanges, done: string): Promise<void> {
  const changed = await context.accounts.change(account, changes);
  if (changed === undefined) throw new UserFacingError(messages.accountGone(account.label));
  context.ui.flash(done);
}
