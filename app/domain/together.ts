export interface TogetherSettings {
  /** Groups at work at once; what comes meanwhile waits and forms the next group. */
  groups: number;
  /** Most members of a group. */
  members: number;
  /** Most that wait for a group; who comes then is turned away at once. */
  waiting: number;
  /** Who has waited for longer is turned away instead of put into a group. */
  patienceMs: number;
  /**
   * Whether an error of a group may be the fault of one of its members: then each is done alone, so that only that
   * one fails. Without it, or where it says no, all of the group fail.
   */
  isOfOneMember?(error: unknown): boolean;
}

/** More want something done than can be served in time. Nothing was done; asking again in a few seconds helps. */
export class TooBusyError extends Error {
  constructor() {
    super("More people wait than can be served in time.");
    this.name = "TooBusyError";
  }
}

/**
 * Lets calls that come together share one piece of work, such as a transaction. A lone call starts at once:
 * nothing waits for company. Who came first goes first.
 * @param work answers in the order of its inputs; it must be safe to do again where `isOfOneMember` is given
 * @throws {TooBusyError} from the call that would wait for too long
 */
export function together<Input, Output>(
  work: (inputs: Input[]) => Promise<Output[]>,
  { groups, members, waiting: mostWaiting, patienceMs, isOfOneMember = () => false }: TogetherSettings,
): (input: Input) => Promise<Output> {
  interface Waiting {
    input: Input;
    /** By a clock that never jumps, in milliseconds. */
    since: number;
    resolve(output: Output): void;
    reject(error: unknown): void;
  }
  const waiting: Waiting[] = [];
  let atWork = 0;
  let isStarting = false;

  async function run(group: Waiting[]): Promise<void> {
    try {
      const outputs = await work(group.map(({ input }) => input));
      for (const [place, output] of outputs.entries()) group[place]?.resolve(output);
      if (outputs.length < group.length) throw new Error("A group was answered in part.");
    } catch (error) {
      if (group.length > 1 && isOfOneMember(error)) {
        for (const one of group) await run([one]);
      } else {
        for (const { reject } of group) reject(error);
      }
    }
  }

  /** The next group; those whose patience is over are turned away on the way. */
  function takeGroup(): Waiting[] {
    const group: Waiting[] = [];
    const tooEarly = performance.now() - patienceMs;
    while (group.length < members) {
      const next = waiting.shift();
      if (next === undefined) break;
      if (next.since < tooEarly) next.reject(new TooBusyError());
      else group.push(next);
    }
    return group;
  }

  function startGroups() {
    isStarting = false;
    while (waiting.length > 0 && atWork < groups) {
      const group = takeGroup();
      if (group.length === 0) return;
      atWork++;
      void run(group).finally(() => {
        atWork--;
        startGroups();
      });
    }
  }

  return (input) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= mostWaiting) return reject(new TooBusyError());
      waiting.push({ input, since: performance.now(), resolve, reject });
      if (isStarting || atWork >= groups) return;
      isStarting = true;
      // After the requests that have arrived in this turn of the loop, so that they go together.
      setImmediate(startGroups);
    });
}
