import { useQuery } from '@tanstack/react-query';
import { archiveQueries, hostQueries } from '../../api/index.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { useTranslation } from '../../strings/index.ts';
import { Choice, Dialog } from '../../ui/index.ts';
import { ColourNames } from './colour-names.tsx';
import styles from './settings.module.css';

interface SettingsDialogProps {
  readonly onClose: () => void;
}

/** How the window looks, and what is open in it. The type of the text is set in the reader, where one sees it. */
export function SettingsDialog({ onClose }: SettingsDialogProps) {
  const { t, i18n } = useTranslation('settings');
  const { theme, paper, language, nameRule, citation, change } = useAppearance();
  const { data: archive } = useQuery(archiveQueries.archive.info.queryOptions());
  const { data: host } = useQuery(hostQueries.info.queryOptions());
  const number = (count: number) => count.toLocaleString(i18n.language);

  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <div className={styles.rows}>
        <Row name={t('theme')}>
          <Choice
            label={t('theme')}
            value={theme}
            onChange={(value) => change({ theme: value })}
            options={[
              { key: 'system', text: t('themes.system') },
              { key: 'light', text: t('themes.light') },
              { key: 'night', text: t('themes.night') },
            ]}
          />
        </Row>
        <Row name={t('paper')}>
          <Choice
            label={t('paper')}
            value={paper}
            onChange={(value) => change({ paper: value })}
            options={[
              { key: 'paper', text: t('papers.paper') },
              { key: 'sepia', text: t('papers.sepia') },
            ]}
          />
        </Row>
        <Row name={t('language')}>
          <Choice
            label={t('language')}
            value={language ?? 'system'}
            onChange={(value) => change({ language: value === 'system' ? null : value })}
            options={[
              { key: 'system', text: t('languages.system') },
              { key: 'zh-Hans', text: '简体中文' },
              { key: 'en', text: 'English' },
            ]}
          />
        </Row>
        <Row name={t('askRule')}>
          <Choice
            label={t('askRule')}
            value={nameRule.asks ? 'on' : 'off'}
            onChange={(value) => change({ nameRule: { ...nameRule, asks: value === 'on' } })}
            options={[
              { key: 'off', text: t('askRules.off') },
              { key: 'on', text: t('askRules.on') },
            ]}
          />
        </Row>
        <Row name={t('citation')}>
          <Choice
            label={t('citation')}
            value={citation}
            onChange={(value) => change({ citation: value })}
            options={[
              { key: 'auto', text: t('citations.auto') },
              { key: 'gb7714', text: 'GB/T 7714' },
              { key: 'chicago', text: 'Chicago' },
              { key: 'apa', text: 'APA' },
            ]}
          />
        </Row>
      </div>
      <ColourNames />
      <dl className={styles.facts}>
        <dt>{t('archive')}</dt>
        <dd>
          {archive &&
            t('holds', { name: archive.name, articles: number(archive.articles), sources: number(archive.sources) })}
          {archive?.readOnly && <strong> {t('readOnly')}</strong>}
        </dd>
        <dt>{t('program')}</dt>
        <dd>{host && t('version', { version: host.version, host: t(`hosts.${host.kind}`) })}</dd>
        <dt>{t('network')}</dt>
        <dd>{host?.ownBrowser ? t('networkOwnBrowser') : t('networkNone')}</dd>
      </dl>
    </Dialog>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.name} aria-hidden="true">
        {name}
      </span>
      {children}
    </div>
  );
}
