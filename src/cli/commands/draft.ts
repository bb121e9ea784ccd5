import { draftDocument } from '../../operations/document/draft.ts';
import { render } from '../../operations/document/render.ts';
import { materialOf } from '../../operations/document/write.ts';
import { evidenceError } from '../../operations/evidence-error.ts';
import { evidenceFromBytes } from '../../operations/evidence/unpack/from-bytes.ts';
import { call } from '../../operations/operation.ts';
import { findTemplate } from '../../operations/template/find.ts';
import type { EvidenceFile } from '../../sources/index.ts';
import { exitCodes, type Run } from '../command.ts';
import { deliver } from '../deliver.ts';
import { evidenceFiles } from '../evidence-files.ts';
import type { Io } from '../io.ts';
import { layoutOf } from '../layout.ts';
import { placeName } from '../read-input.ts';
import { renderEvidence } from '../render/draft.ts';
import { templateName, workspace } from '../workspace.ts';

async function collect(operands: string[], io: Io): Promise<EvidenceFile[]> {
  const files: EvidenceFile[] = [];
  for (const operand of operands) {
    try {
      const found =
        operand === '-'
          ? await evidenceFromBytes(placeName(operand), await io.readStdin())
          : await evidenceFiles(operand);
      files.push(...found);
    } catch (error) {
      throw evidenceError(error);
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
  const draft = await call(draftDocument, { evidence, ...(name === undefined ? {} : { template: name }) }, context);
  const template = findTemplate(draft.template, context.templates);
  const content =
    layout.format === 'md'
      ? draft.source
      : await render(materialOf(draft.record, template, context.now), template, layout);
  if (!args.flag('json')) io.err(renderEvidence(draft.evidence, io.errStyle));
  deliver(args, io, { content, facts: { template: draft.template, evidence: draft.evidence, record: draft.record } });
  return exitCodes.clean;
};
