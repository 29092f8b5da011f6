import type { TemplateTask } from '#archive/export/template-render.ts';
import type { TemplateFault } from '#contract/template.ts';

export interface TemplateOrder {
  readonly task: TemplateTask;
}

export type TemplateAnswer =
  | { readonly is: 'ready' }
  | { readonly is: 'rendered'; readonly text: string }
  | { readonly is: 'stopped'; readonly fault: TemplateFault };
