import { makeBundle } from './bundle/make.ts';
import { documentOperations } from './document-operations.ts';
import { addEvidence } from './evidence/add.ts';
import { detachEvidence } from './evidence/detach.ts';
import { downloadEvidence } from './evidence/download.ts';
import { draftEvidence } from './evidence/draft.ts';
import { listEvidence } from './evidence/list.ts';
import { releaseEvidence } from './evidence/release.ts';
import { removeEvidence } from './evidence/remove.ts';
import { retainEvidence } from './evidence/retain.ts';
import { showEvidence } from './evidence/show.ts';
import { verifyChain } from './evidence/verify-chain.ts';
import { fillAudit } from './audit/fill.ts';
import { incidentHistory } from './history/history.ts';
import { createIncident } from './incident/create.ts';
import { incidentDocument } from './incident/document.ts';
import { listIncidents } from './incident/list.ts';
import { restrictIncident } from './incident/restrict.ts';
import { showIncident } from './incident/show.ts';
import { lifecycleGate } from './lifecycle/gate.ts';
import { moveOperation } from './lifecycle/move-operations.ts';
import { moves } from './lifecycle/steps.ts';
import { anchorCheckpoint } from './ledger/anchor.ts';
import { listAnchors } from './ledger/anchors.ts';
import { showCheckpoint } from './ledger/checkpoint.ts';
import { proveConsistency } from './ledger/consistency.ts';
import { eraseEntry } from './ledger/erase.ts';
import { listKeys } from './ledger/keys.ts';
import { listEntries } from './ledger/list.ts';
import { proveEntry } from './ledger/prove.ts';
import { rotateKey } from './ledger/rotate-key.ts';
import { verifyWhole } from './ledger/verify.ts';
import { collections } from './part/collections.ts';
import { entryOperations } from './part/entry-operations.ts';
import { applyRecord } from './part/apply.ts';
import { setRecord } from './part/set.ts';
import { previewPublication } from './publication/preview.ts';
import { publish } from './publication/publish.ts';
import { showPublication } from './publication/show.ts';
import { withdrawPublication } from './publication/withdraw.ts';
import { listSignoffs } from './signoffs/list.ts';
import { prepareSignoff } from './signoffs/prepare.ts';
import { signSignoff } from './signoffs/sign.ts';
import { addPasskey } from './passkeys/add.ts';
import { beginPasskey } from './passkeys/begin.ts';
import { listPasskeys } from './passkeys/list.ts';
import { renamePasskey } from './passkeys/rename.ts';
import { revokePasskey } from './passkeys/revoke.ts';
import { changePerson } from './people/change.ts';
import { disablePerson } from './people/disable.ts';
import { enablePerson } from './people/enable.ts';
import { invitePerson } from './people/invite.ts';
import { listPeople } from './people/list.ts';
import { showSelf } from './people/self.ts';
import { listSessions } from './sessions/list.ts';
import { revokeSession } from './sessions/revoke.ts';
import { createToken } from './tokens/create.ts';
import { listTokens } from './tokens/list.ts';
import { revokeToken } from './tokens/revoke.ts';
import { changeSetting } from './settings/change.ts';
import { listSettings } from './settings/list.ts';
import { addTemplate } from './template/add.ts';
import { archiveTemplate } from './template/archive.ts';
import { changeTemplate } from './template/change.ts';
import type { AnyStored } from './stored-operation.ts';
import { diffVersions } from './versions/diff.ts';
import { listVersions } from './versions/list.ts';
import { showVersion } from './versions/show.ts';

/** Everything the server can do with what it keeps. A new operation is a file and a line here; the faces are loops over this list. */
export const storedOperations: readonly AnyStored[] = [
  createIncident,
  listIncidents,
  showIncident,
  incidentDocument,
  makeBundle,
  restrictIncident,
  setRecord,
  applyRecord,
  lifecycleGate,
  ...moves.map(moveOperation),
  listSignoffs,
  prepareSignoff,
  signSignoff,
  listVersions,
  showVersion,
  diffVersions,
  previewPublication,
  publish,
  showPublication,
  withdrawPublication,
  ...collections.flatMap(entryOperations),
  incidentHistory,
  fillAudit,
  showCheckpoint,
  listEntries,
  proveEntry,
  proveConsistency,
  verifyWhole,
  eraseEntry,
  anchorCheckpoint,
  listAnchors,
  listKeys,
  rotateKey,
  showSelf,
  listPeople,
  invitePerson,
  changePerson,
  disablePerson,
  enablePerson,
  createToken,
  listTokens,
  revokeToken,
  listSessions,
  revokeSession,
  beginPasskey,
  addPasskey,
  listPasskeys,
  renamePasskey,
  revokePasskey,
  addEvidence,
  listEvidence,
  showEvidence,
  downloadEvidence,
  draftEvidence,
  verifyChain,
  retainEvidence,
  releaseEvidence,
  detachEvidence,
  removeEvidence,
  listSettings,
  changeSetting,
  addTemplate,
  changeTemplate,
  archiveTemplate,
  ...documentOperations,
];
