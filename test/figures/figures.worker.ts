import { parentPort } from 'node:worker_threads';
import { runJob, type Job } from './experiments.js';

/** One thread: a job comes in, its tally goes out. */
parentPort!.on('message', (job: Job) => parentPort!.postMessage(runJob(job)));
