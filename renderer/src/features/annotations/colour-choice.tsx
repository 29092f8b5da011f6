import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { HighlightColour } from '#contract/annotations.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './colour-choice.module.css';
import { COLOURS } from './colours.ts';
import { useMeanings } from './meanings.ts';

interface ColourChoiceProps {
  readonly value: HighlightColour;
  readonly onChange: (colour: HighlightColour) => void;
}

/** Five small squares; arrows move between them. */
export function ColourChoice({ value, onChange }: ColourChoiceProps) {
  const { t } = useTranslation('annotations');
  const { nameOf } = useMeanings();
  return (
    <ToggleButtonGroup
      className={styles.choice}
      aria-label={t('meaning')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        if (key !== undefined && key !== value) onChange(key as HighlightColour);
      }}
    >
      {COLOURS.map((colour) => (
        <ToggleButton
          key={colour}
          id={colour}
          className={styles.colour}
          data-colour={colour}
          aria-label={nameOf(colour)}
        />
      ))}
    </ToggleButtonGroup>
  );
}
