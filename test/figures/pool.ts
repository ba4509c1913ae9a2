import { Worker } from 'node:worker_threads';
import type { Job, Tally } from './experiments.js';

/** Does all jobs on so many threads; the tallies come back in the order of the jobs. Each finished job is told. */
export async function runJobs(
  jobs: readonly Job[],
  { threads, onDone }: { readonly threads: number; readonly onDone: (done: number) => void },
): Promise<Tally[]> {
  const tallies: Tally[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./figures.worker.js', import.meta.url));
    try {
      while (next < jobs.length) {
        const mine = next++;
        tallies[mine] = await answerOf(worker, jobs[mine]!);
        onDone(++done);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, jobs.length) }, work));
  return tallies;
}

function answerOf(worker: Worker, job: Job): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off('message', answered);
      worker.off('error', failed);
    };
    const answered = (tally: Tally): void => {
      settle();
      resolve(tally);
    };
    const failed = (problem: Error): void => {
      settle();
      reject(problem);
    };
    worker.on('message', answered);
    worker.on('error', failed);
    worker.postMessage(job);
  });
}
