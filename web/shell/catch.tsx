import { Component, type ReactNode } from 'react';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { Problem } from '../api/problem.ts';
import { words } from '../words/index.ts';

/** `at` names the screen: another one is tried again. */
type Props = { at: string; children: ReactNode };

/** Shows what went wrong in place of a screen that failed; the rest of the app goes on. */
export class Catch extends Component<Props, { error?: Error | undefined }> {
  override state: { error?: Error | undefined } = {};

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override componentDidUpdate({ at }: Props): void {
    if (at !== this.props.at && this.state.error !== undefined) this.setState({ error: undefined });
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const problem =
      error instanceof Problem
        ? error
        : new Problem('broken', 0, words.problem.broken, {
            advice: `${words.problem.brokenAdvice} (${error.message})`,
          });
    return <ProblemPanel problem={problem} retry={() => location.reload()} />;
  }
}
