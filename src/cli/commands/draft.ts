import { draftFrom } from '../../operations/document/draft.ts';
import { render } from '../../operations/document/render.ts';
import { materialOf } from '../../operations/document/write.ts';
import { evidenceError } from '../../operations/evidence-error.ts';
import { evidenceFromBytes } from '../../operations/evidence/unpack/from-bytes.ts';
import { evidenceLimits } from '../../operations/evidence/unpack/limits.ts';
import type { Tell } from '../../operations/evidence/unpack/zip.ts';
import { findTemplate } from '../../operations/template/find.ts';
import type { EvidenceFile } from '../../sources/index.ts';
import { exitCodes, type Run } from '../command.ts';
import { deliver } from '../deliver.ts';
import { evidenceFiles } from '../evidence-files.ts';
import type { Io } from '../io.ts';
import { layoutOf } from '../layout.ts';
import { type Progress, progressOf } from '../progress.ts';
import { placeName } from '../read-input.ts';
import { renderEvidence } from '../render/draft.ts';
import { templateName, workspace } from '../workspace.ts';

/** Says which file of an archive is unpacked; how many there are is known with the first. */
function teller(io: Io): { tell: Tell; clear: () => void } {
  let progress: Progress | undefined;
  return {
    tell: (done, total, name) => {
      progress ??= progressOf(total, io);
      progress.show(done, name);
    },
    clear: () => progress?.clear(),
  };
}

async function collect(operands: string[], io: Io): Promise<EvidenceFile[]> {
  const files: EvidenceFile[] = [];
  for (const operand of operands) {
    const { tell, clear } = teller(io);
    try {
      const found =
        operand === '-'
          ? await evidenceFromBytes(placeName(operand), await io.readStdin(), evidenceLimits, tell)
          : await evidenceFiles(operand, evidenceLimits, tell);
      files.push(...found);
    } catch (error) {
      throw evidenceError(error);
    } finally {
      clear();
    }
  }
  return files;
}

/** Writes a first document from evidence; what each file gave goes to standard error. */
export const run: Run = async (args, io) => {
  const layout = layoutOf(args, 'draft');
  const name = templateName(args);
  const { context } = workspace(args, io)('-');
  const evidence = await collect(args.files, io);
  const draft = draftFrom(evidence, name, context);
  const template = findTemplate(draft.template, context.templates);
  const content =
    layout.format === 'md'
      ? draft.source
      : await render(materialOf(draft.record, template, context.now), template, layout);
  if (!args.flag('json')) io.err(renderEvidence(draft.evidence, io.errStyle));
  deliver(args, io, { content, facts: { template: draft.template, evidence: draft.evidence, record: draft.record } });
  return exitCodes.clean;
};
