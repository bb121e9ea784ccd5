/** What is asked without names, in its order: the culture checks and those process checks that no figure answers. */
export const pollQuestions = ['blameless', 'safe', 'heard', 'stakeholders', 'assigned'] as const;
export type PollQuestion = (typeof pollQuestions)[number];

export const pollAnswers = ['yes', 'no', 'unsure'] as const;

/** Fewer answers are never shown, and fewer people never asked: with two, each could tell what the other said. */
export const fewestAnswers = 3;

/** What a ballot says of itself: for which poll it is, and a random number. */
export const ballotText = (pollId: string, random: string): string => `hindcast-poll:${pollId}:${random}`;
