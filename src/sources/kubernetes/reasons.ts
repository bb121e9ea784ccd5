/** Reasons of Normal events that say something about an incident by themselves: of Kubernetes, the cluster autoscaler, Flux and Argo. */
export const tellingReasons: ReadonlySet<string> = new Set([
  'Killing',
  'BackOff',
  'ScalingReplicaSet',
  'SuccessfulRescale',
  'Preempted',
  'Evicted',
  'TaintManagerEviction',
  'NodeNotReady',
  'NodeReady',
  'NodeNotSchedulable',
  'NodeSchedulable',
  'NodeHasDiskPressure',
  'NodeHasMemoryPressure',
  'NodeHasInsufficientMemory',
  'NodeHasInsufficientPID',
  'TriggeredScaleUp',
  'ScaledUpGroup',
  'ScaleDown',
  'InstallSucceeded',
  'UpgradeSucceeded',
  'RollbackSucceeded',
  'OperationCompleted',
  'RolloutUpdated',
  'RolloutCompleted',
  'RemovingNode',
  'DeletingNode',
  'Rebooted',
  'Shutdown',
  'LeaderElection',
  'DeploymentRollback',
  'RollbackDone',
  'VolumeResizeSuccessful',
]);

/** Reasons of Normal events that matter only for an object that also has a warning: its way back. */
export const recoveryReasons: ReadonlySet<string> = new Set([
  'Scheduled',
  'Pulled',
  'Started',
  'SuccessfulCreate',
  'SuccessfulDelete',
  'SuccessfulAttachVolume',
  'SuccessfulMountVolume',
]);

/** Reasons that tell of a change to what runs. */
export const changeReasons: ReadonlySet<string> = new Set([
  'ScalingReplicaSet',
  'SuccessfulRescale',
  'DeploymentRollback',
  'RollbackDone',
  'InstallSucceeded',
  'UpgradeSucceeded',
  'RollbackSucceeded',
  'OperationCompleted',
  'RolloutUpdated',
]);
