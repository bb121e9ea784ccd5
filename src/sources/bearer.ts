import type { Delivery, Webhook } from './delivery.ts';
import { sameText } from './same-text.ts';

/** Why a delivery is not taken whose sender proves itself by `Authorization: Bearer SECRET`; any is taken when no secret is set. */
export async function bearerRefusal({ headers }: Delivery, secret: string | undefined): Promise<string | undefined> {
  if (secret === undefined) return undefined;
  const given = /^bearer +([^\s]{1,4000})$/i.exec(headers['authorization'] ?? '')?.[1];
  if (given === undefined) return 'The header "Authorization: Bearer TOKEN" is missing: set it at the sender.';
  return (await sameText(given, secret))
    ? undefined
    : 'The token in Authorization is wrong: copy it to the sender once more.';
}

/** How those deliver who send a header of their own with each request, and sign nothing. */
export const bearerWebhook: Webhook = {
  secret: { name: 'bearer token', isRequired: false },
  refusal: (delivery, secret) => bearerRefusal(delivery, secret),
};
