import { actionOperations } from './action-operations.ts';
import { addComment } from './comment/add.ts';
import { applyComment } from './comment/apply.ts';
import { editComment } from './comment/edit.ts';
import { listComments } from './comment/list.ts';
import { removeComment } from './comment/remove.ts';
import { reopenComment } from './comment/reopen.ts';
import { replyToComment } from './comment/reply.ts';
import { settleOperations } from './comment/settle.ts';
import { clockOperations } from './clock/index.ts';
import { makeBundle } from './bundle/make.ts';
import { documentOperations } from './document-operations.ts';
import { addEvidence } from './evidence/add.ts';
import { rewriteIncidentTexts } from './rewrite/rewrite.ts';
import { draftIncident } from './draft/draft.ts';
import { detachEvidence } from './evidence/detach.ts';
import { downloadEvidence } from './evidence/download.ts';
import { draftEvidence } from './evidence/draft.ts';
import { listEvidence } from './evidence/list.ts';
import { readEvidenceLines } from './evidence/read.ts';
import { releaseEvidence } from './evidence/release.ts';
import { removeEvidence } from './evidence/remove.ts';
import { retainEvidence } from './evidence/retain.ts';
import { showEvidence } from './evidence/show.ts';
import { verifyChain } from './evidence/verify-chain.ts';
import { listDeliveries } from './delivery/list.ts';
import { readDeliveryAgain } from './delivery/read-again.ts';
import { showDelivery } from './delivery/show.ts';
import { noticeOperations } from './notice/index.ts';
import { hookOperations } from './hook/index.ts';
import { tryRules } from './rules/try.ts';
import { ignoreSignals } from './signal/ignore.ts';
import { listSignals } from './signal/list.ts';
import { showSignal } from './signal/show.ts';
import { listSources } from './source/list.ts';
import { openFromSignals } from './signal/open.ts';
import { joinSignals } from './signal/join.ts';
import { leaveSignals } from './signal/leave.ts';
import { fillAudit } from './audit/fill.ts';
import { incidentHistory } from './history/history.ts';
import { measureIncident } from './measure/measure.ts';
import { serviceOperations } from './service/index.ts';
import { showHome } from './home/show.ts';
import { showTrend } from './home/trend.ts';
import { incidentBrief } from './incident/brief.ts';
import { createIncident } from './incident/create.ts';
import { incidentDocument } from './incident/document.ts';
import { listIncidents } from './incident/list.ts';
import { restrictIncident } from './incident/restrict.ts';
import { showIncident } from './incident/show.ts';
import { useTemplate } from './incident/use-template.ts';
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
import { listOccasions } from './occasion/list.ts';
import { collections } from './part/collections.ts';
import { entryOperations } from './part/entry-operations.ts';
import { applyRecord } from './part/apply.ts';
import { recordSteps } from './part/record-steps.ts';
import { setRecord } from './part/set.ts';
import { outsideOperations } from './outside-operations.ts';
import { proposalOperations } from './proposal/index.ts';
import { calendarOfMeeting } from './meeting/calendar.ts';
import { cancelMeeting } from './meeting/cancel.ts';
import { planMeeting } from './meeting/plan.ts';
import { showMeeting } from './meeting/show.ts';
import { tickAgenda } from './meeting/tick.ts';
import { ballotOfPoll } from './poll/ballot.ts';
import { closePoll } from './poll/close.ts';
import { openPoll } from './poll/open.ts';
import { showPoll } from './poll/show.ts';
import { holdReview } from './review/hold.ts';
import { listReviews } from './review/list.ts';
import { lookBack } from './review/look.ts';
import { moveReview } from './review/move.ts';
import { showReviews } from './review/show.ts';
import { reportQuarter } from './insight/report.ts';
import { showInsights } from './insight/show.ts';
import { findIncidents } from './search/find.ts';
import { listRecurring } from './search/recurring.ts';
import { findSimilar } from './search/similar.ts';
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
import { endOtherSessions } from './sessions/end-others.ts';
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
import { tryTemplateSource } from './template/try.ts';
import { trackerOperations } from './tracker/index.ts';
import type { AnyStored } from './stored-operation.ts';
import { diffVersions } from './versions/diff.ts';
import { keepVersion } from './versions/keep.ts';
import { listVersions } from './versions/list.ts';
import { previewVersion } from './versions/preview.ts';
import { restoreVersion } from './versions/restore.ts';
import { showVersion } from './versions/show.ts';

const entries = collections.flatMap(entryOperations);

/** What an agent without a right to write may put before a person: changes of the record. */
export const proposableOperations: readonly AnyStored[] = [setRecord, applyRecord, ...entries];

/** Everything the server can do with what it keeps. A new operation is a file and a line here; the faces are loops over this list. */
export const storedOperations: readonly AnyStored[] = [
  showHome,
  showTrend,
  ...actionOperations,
  listOccasions,
  findIncidents,
  showInsights,
  reportQuarter,
  findSimilar,
  listRecurring,
  createIncident,
  listIncidents,
  showIncident,
  incidentDocument,
  incidentBrief,
  makeBundle,
  restrictIncident,
  useTemplate,
  setRecord,
  applyRecord,
  lifecycleGate,
  ...moves.map(moveOperation),
  listSignoffs,
  prepareSignoff,
  signSignoff,
  listVersions,
  showVersion,
  keepVersion,
  diffVersions,
  previewVersion,
  restoreVersion,
  ...outsideOperations,
  ...entries,
  recordSteps,
  ...proposalOperations(proposableOperations),
  showMeeting,
  planMeeting,
  cancelMeeting,
  tickAgenda,
  calendarOfMeeting,
  openPoll,
  showPoll,
  ballotOfPoll,
  closePoll,
  listReviews,
  showReviews,
  lookBack,
  moveReview,
  holdReview,
  listComments,
  addComment,
  replyToComment,
  editComment,
  removeComment,
  ...settleOperations,
  reopenComment,
  applyComment,
  ...clockOperations,
  incidentHistory,
  fillAudit,
  measureIncident,
  ...serviceOperations,
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
  endOtherSessions,
  beginPasskey,
  addPasskey,
  listPasskeys,
  renamePasskey,
  revokePasskey,
  addEvidence,
  listEvidence,
  showEvidence,
  readEvidenceLines,
  downloadEvidence,
  draftEvidence,
  draftIncident,
  rewriteIncidentTexts,
  verifyChain,
  retainEvidence,
  releaseEvidence,
  detachEvidence,
  removeEvidence,
  listSources,
  ...hookOperations,
  listDeliveries,
  showDelivery,
  readDeliveryAgain,
  listSignals,
  showSignal,
  openFromSignals,
  ignoreSignals,
  tryRules,
  joinSignals,
  leaveSignals,
  ...noticeOperations,
  listSettings,
  changeSetting,
  addTemplate,
  changeTemplate,
  archiveTemplate,
  tryTemplateSource,
  ...trackerOperations,
  ...documentOperations,
];
