import { SourceError } from '../source-error.ts';

const forms: { patterns: RegExp[]; what: string }[] = [
  {
    patterns: [/^[\s\uFEFF]*(?:NAMESPACE\s+)?LAST SEEN\s+(?:FIRST SEEN|TYPE)\s/],
    what: 'This table of kubectl says how long ago events were, not when',
  },
  {
    patterns: [/^[\s\uFEFF]*(?:---\s+)?apiVersion:\s/, /^[ -]{0,40}(?:involvedObject|regarding):\s/m],
    what: 'These are cluster events of Kubernetes in YAML, and JSON is read',
  },
];

/** Cluster events in a form that cannot be read here, told so that its reader knows which can. */
export function clusterEventsElse(text: string, name: string): SourceError | undefined {
  const form = forms.find(({ patterns }) => patterns.every((pattern) => pattern.test(text)));
  return (
    form &&
    new SourceError(
      'text.no-times',
      `${form.what}.`,
      name,
      'Give them as JSON: kubectl get events --all-namespaces -o json',
    )
  );
}
