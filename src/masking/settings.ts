/** What a team keeps and what it masks beside secrets. */
export type MaskSettings = {
  /** Mask e-mail addresses, telephone, card and account numbers. */
  personal: boolean;
  /** Mask IP addresses too. */
  addresses: boolean;
  /** What stays: e-mail addresses of these domains (and those below them), and these texts as they are. */
  allow: { domains: readonly string[]; values: readonly string[] };
};

/** For who decided nothing: personal data goes, IP addresses stay, since they tell what failed. */
export const defaultMasking: MaskSettings = { personal: true, addresses: false, allow: { domains: [], values: [] } };

/** Says of a found text whether the team keeps it. */
export function allowed({ allow }: MaskSettings): (text: string) => boolean {
  const values = new Set(allow.values.map((value) => value.trim().toLowerCase()));
  const domains = allow.domains.map((domain) => domain.trim().toLowerCase().replace(/^@/, ''));
  return (text) => {
    const lower = text.toLowerCase();
    if (values.has(lower)) return true;
    const domain = lower.slice(lower.lastIndexOf('@') + 1);
    return lower.includes('@') && domains.some((own) => domain === own || domain.endsWith(`.${own}`));
  };
}
