import { useRef, useState } from 'react';
import type { ExportSelection } from '#contract/exports.ts';
import type { TemplateId } from '#contract/ids.ts';
import type { ExportTemplate } from '#contract/template.ts';
import type { ExportAmount, ExportProfile } from '#contract/vault.ts';
import { archive } from '../../api/index.ts';
import { failureText, templateFaultText } from '../../app/failure-text.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, Dialog, notify, Select, TextField } from '../../ui/index.ts';
import styles from './template-editor.module.css';
import { TemplatePreview, useTemplateTrial } from './template-preview.tsx';
import { PROFILES } from './vault-choices.tsx';

/** A template as it is being written; without an id it is not kept yet. */
export interface EditedTemplate extends ExportTemplate {
  readonly id?: TemplateId | undefined;
  readonly profile: ExportProfile;
}

interface TemplateEditorProps {
  readonly template: EditedTemplate;
  readonly selection: ExportSelection;
  readonly amount: ExportAmount;
  /** With what was saved, with null for one that was deleted, with nothing where all is as it was. */
  readonly onLeave: (written: EditedTemplate | null | undefined) => void;
}

/** What was typed and not saved, until the window closes: a key or a click outside must not take it. */
const drafts = new Map<string, EditedTemplate>();

/** A template and, beside it, what it makes of an article while one types. */
export function TemplateEditor({ template, selection, amount, onLeave }: TemplateEditorProps) {
  const { t } = useTranslation('templates');
  const { t: words } = useTranslation('export');
  const key = template.id ?? '';
  const [draft, setDraft] = useState(() => drafts.get(key) ?? template);
  const [failure, setFailure] = useState<unknown>(null);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const { name, profile, source } = draft;
  const trial = useTemplateTrial({ source, profile, amount, selection });
  const { fault } = trial;
  const shown = failure ?? trial.error;

  function change(part: Partial<EditedTemplate>): void {
    setDraft((before) => {
      const next = { ...before, ...part };
      drafts.set(key, next);
      return next;
    });
  }

  function leave(written: EditedTemplate | null | undefined): void {
    drafts.delete(key);
    onLeave(written);
  }

  async function startFrom(next: ExportProfile): Promise<void> {
    try {
      change({ profile: next, source: await archive.templates.start({ profile: next }) });
      notify({ text: t('replaced'), action: { text: t('back'), run: () => change({ profile, source }) } });
    } catch (error) {
      setFailure(error);
    }
  }

  async function save(): Promise<void> {
    const written = { name: name.trim(), profile, source };
    try {
      const id = template.id ?? (await archive.templates.save(written)).id;
      if (template.id) await archive.templates.change({ id, ...written });
      leave({ id, ...written });
    } catch (error) {
      setFailure(error);
    }
  }

  async function remove(id: TemplateId): Promise<void> {
    try {
      const { change: done } = await archive.templates.remove({ id });
      notify({
        text: t('removed', { name: template.name }),
        action: { text: t('back'), run: () => void archive.history.undo({ change: done }) },
      });
      leave(null);
    } catch (error) {
      setFailure(error);
    }
  }

  function goTo(line: number): void {
    const lines = source.split('\n');
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    area?.scrollTo({ top: (area.scrollHeight * (line - 4)) / lines.length });
  }

  return (
    <Dialog
      title={template.id ? t('editTitle') : t('newTitle')}
      width="broad"
      isOpen
      onClose={() => onLeave(undefined)}
      actions={
        <>
          {template.id && <Button onPress={() => template.id && void remove(template.id)}>{t('remove')}</Button>}
          <Button onPress={() => leave(undefined)}>{t('cancel')}</Button>
          <Button look="seal" isDisabled={name.trim() === ''} onPress={() => void save()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className={styles.head}>
        <TextField label={t('name')} value={name} maxLength={100} onChange={(value) => change({ name: value })} />
        <Select
          label={t('start')}
          value={profile}
          onChange={(next) => void startFrom(next)}
          options={PROFILES.map((each) => ({ key: each, text: words(`profiles.${each}`) }))}
        />
      </div>
      <div className={styles.halves}>
        <div className={styles.source}>
          <TextField
            label={t('source')}
            rows={18}
            value={source}
            maxLength={100_000}
            spellCheck="false"
            autoFocus
            inputRef={field}
            onChange={(value) => change({ source: value })}
          />
          <div role="status" className={styles.fault}>
            {fault && (
              <>
                <span>{templateFaultText(fault)}</span>
                <Button size="small" onPress={() => goTo(fault.line)}>
                  {t('goTo')}
                </Button>
              </>
            )}
            {shown !== null && failureText(shown)}
          </div>
        </div>
        <TemplatePreview trial={trial} />
      </div>
      <p className={styles.hint}>{t('hint')}</p>
    </Dialog>
  );
}
