import { useCallback, useRef } from 'react';
import type { SourceId } from '#contract/ids.ts';
import { useCommands } from '../../app/commands.ts';
import { useTranslation } from '../../strings/index.ts';
import { playAccepted } from './accept-motion.ts';
import styles from './desk.module.css';
import { DeskHead } from './desk-head.tsx';
import { deskKeys } from './desk-keys.ts';
import { DeskSides } from './desk-sides.tsx';
import { DoubtRail } from './doubt-rail.tsx';
import { ToolBar } from './tool-bar.tsx';
import { useDeskActs } from './use-acts.ts';
import { useChoice } from './use-choice.ts';
import { useDesk } from './use-desk.ts';
import { useMoves } from './use-moves.ts';
import { useSight } from './use-sight.ts';

interface DeskScreenProps {
  readonly source: SourceId;
}

/** The raw page on the left, what became of it on the right, what is doubtful beside it; all of it worked with keys. */
export function DeskScreen({ source }: DeskScreenProps) {
  const act = useTranslation('deskActs').t;
  const role = useTranslation('desk').t;
  const { page, desk } = useDesk(source);
  const { choice, latest, update } = useChoice(page);
  const raw = useRef<HTMLDivElement>(null);
  const clean = useRef<HTMLDivElement>(null);
  const play = useCallback(() => playAccepted(raw.current, clean.current), []);
  const { acts, effect } = useDeskActs({ desk, latest, update, playAccepted: play });
  const moves = useMoves(desk, { latest, update });
  useSight({ raw, clean, choice, page, effect });

  const commands = deskKeys({ t: act, role, page, choice, acts, moves });
  useCommands(commands);

  return (
    <main className={styles.desk}>
      <DeskHead page={page} acts={acts} />
      <ToolBar commands={commands} choice={choice} effect={effect} />
      <DeskSides page={page} choice={choice} acts={acts} moves={moves} raw={raw} clean={clean} />
      <DoubtRail page={page} doubt={choice.doubt} acts={acts} moves={moves} />
    </main>
  );
}
