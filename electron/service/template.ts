import { parentPort, workerData } from 'node:worker_threads';
import { TemplateStopped } from '#archive/export/template-fault.ts';
import { renderTemplate } from '#archive/export/template-render.ts';
import { logFailure } from './log.ts';
import type { TemplateAnswer, TemplateOrder } from './template-messages.ts';

/** Shared with whoever ends this thread: the line that it is at. */
const line = new Int32Array(workerData as SharedArrayBuffer);

parentPort?.on('message', ({ task }: TemplateOrder) => parentPort?.postMessage(answer(task)));
// From here on nothing but the template takes time.
parentPort?.postMessage({ is: 'ready' } satisfies TemplateAnswer);

function answer(task: TemplateOrder['task']): TemplateAnswer {
  try {
    const text = renderTemplate(task, (at) => {
      line[0] = at;
    });
    return { is: 'rendered', text };
  } catch (error) {
    if (!(error instanceof TemplateStopped)) logFailure('template', error);
    const {
      line: at,
      reason,
      what,
    } = error instanceof TemplateStopped ? error : new TemplateStopped(line[0] || 1, 'failed');
    return { is: 'stopped', fault: { line: at, reason, what } };
  }
}
