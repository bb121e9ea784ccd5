/** Operations that are no tools, each with the reason. A pattern stands for several; a test walks the list of operations. */
export const leftOut: { names: RegExp; because: string }[] = [
  { names: /^signoff\.(?:prepare|sign)$/, because: 'People sign, with a key of their own; an agent never does.' },
  {
    names: /^(?:lifecycle\.(?:approve|archive|reopen)|publication\.(?:publish|withdraw))$/,
    because: 'People approve, publish, archive and reopen; a token may not, whatever its scopes.',
  },
  {
    names: /^(?:announcement\.send|status\.withdraw|subscription\.\w+)$/,
    because: 'People say what those outside are told; an agent may fill the message (`announcement.preview`).',
  },
  { names: /^proposal\.(?:accept|refuse)$/, because: 'People decide about what agents propose.' },
  {
    names: /^proposal\.make$/,
    because: 'A write with a token that may only propose becomes a proposal by itself, with the tool of that write.',
  },
  { names: /^(?:session|passkey|token)\./, because: 'Ways of signing in belong to the person whose they are.' },
  {
    names: /^(?:people\.(?:invite|change|disable|enable)|settings\.change|ledger\.(?:erase|rotate-key))$/,
    because: 'Who comes in, how the server is set and what is erased are decided by people; tokens never may.',
  },
  {
    names: /^hook\.(?:create|rotate)$/,
    because: 'What a hook answers once is a secret; it belongs in no conversation.',
  },
  { names: /^evidence\.(?:release|remove)$/, because: 'Only people end the retention of an original.' },
  {
    names: /^(?:evidence\.(?:add|download)|incident\.bundle)$/,
    because: 'Originals are bytes, and long: they go over REST or the command line. `evidence.read` gives their text.',
  },
];
