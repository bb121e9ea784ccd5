/** What went wrong, where the server has not said it itself. */
export const problemWords = {
  offline: 'The server cannot be reached.',
  offlineAdvice: 'Check the connection; what you wrote is kept in this browser.',
  broken: 'This screen has a fault.',
  brokenAdvice: 'Nothing that was saved is lost. Load it again; if it stays, tell whoever runs this server.',
  notFound: 'There is nothing at this address.',
  notFoundAdvice: 'It may have been moved, or you may not see it.',
  home: 'Back to the start',
};
