import type { Permission } from '../../../src/operations/access/permissions.ts';

/** What a token is for, and the permissions that this needs; `all` takes what its role may. */
export type TokenKind = 'all' | 'reads' | 'proposes' | 'writes';

const reads: Permission[] = ['documents.use', 'incident.see', 'evidence.see', 'template.see', 'people.see'];
const proposes: Permission[] = [...reads, 'comment.add', 'incident.propose'];

const needed: Record<Exclude<TokenKind, 'all'>, Permission[]> = {
  reads,
  proposes,
  writes: [...reads, 'comment.add', 'comment.settle', 'incident.create', 'incident.edit', 'evidence.add'],
};

/** Kinds in the order in which they are offered. */
export const tokenKinds: TokenKind[] = ['all', 'reads', 'proposes', 'writes'];

/** The scopes of a kind, of those that a role can have. */
export const scopesOfKind = (kind: TokenKind, possible: readonly Permission[]): Permission[] =>
  kind === 'all' ? [...possible] : possible.filter((name) => needed[kind].includes(name));

/** The kind that has just these scopes; undefined for a choice of one's own. */
export const kindOf = (scopes: readonly Permission[], possible: readonly Permission[]): TokenKind | undefined =>
  tokenKinds.find((kind) => {
    const own = scopesOfKind(kind, possible);
    return own.length === scopes.length && own.every((name) => scopes.includes(name));
  });
