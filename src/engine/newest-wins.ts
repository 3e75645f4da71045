/**
 * Asks one question at a time. While one is on its way only the newest further question waits, so
 * answers come in order and the last one answers the last question.
 *
 * @param ask answers a question
 * @param receive takes an answer; `newest` is false if a newer question is waiting
 * @returns puts a question
 */
export function newestWins<Q, A>(
  ask: (question: Q) => Promise<A>,
  receive: (question: Q, answer: A, newest: boolean) => void,
): (question: Q) => void {
  let waiting: { readonly question: Q } | undefined;
  let busy = false;

  async function work(): Promise<void> {
    busy = true;
    try {
      while (waiting) {
        const { question } = waiting;
        waiting = undefined;
        const answer = await ask(question);
        receive(question, answer, waiting === undefined);
      }
    } finally {
      busy = false;
      if (waiting) void work();
    }
  }

  return (question) => {
    waiting = { question };
    if (!busy) void work();
  };
}
