import { CalendarDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
  DateInput,
  DatePicker,
  DateSegment,
  Group,
} from 'react-aria-components';
import { useTranslation } from '../../strings/index.ts';
import { Button, Popover, Tip } from '../../ui/index.ts';
import styles from './day-field.module.css';

interface DayFieldProps {
  readonly label: string;
  /** `2024-03-18` */
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/**
 * A day, typed or chosen, in the order and the words of the window's language: a browser's own field follows the
 * system's instead.
 */
export function DayField({ label, value, onChange }: DayFieldProps) {
  const { t } = useTranslation('panel');
  const [isOpen, setOpen] = useState(false);
  // The same object as long as it is the same day: another one would take away what is half typed.
  const day = useMemo(() => (value ? calendarDay(value) : null), [value]);
  return (
    <DatePicker
      aria-label={label}
      granularity="day"
      shouldForceLeadingZeros
      value={day}
      onChange={(next) => onChange(next?.toString())}
      isOpen={isOpen}
      onOpenChange={setOpen}
    >
      <Group className={styles.field} data-empty={day === null || undefined}>
        <DateInput className={styles.input}>
          {(segment) => <DateSegment segment={segment} className={styles.segment} />}
        </DateInput>
        <Tip text={label}>
          <AriaButton className={styles.open}>
            <CalendarDays size={14} strokeWidth={1.6} aria-hidden />
          </AriaButton>
        </Tip>
      </Group>
      <Popover label={label}>
        <Calendar className={styles.calendar} firstDayOfWeek="mon">
          <div className={styles.head}>
            <AriaButton slot="previous" className={styles.turn}>
              <ChevronLeft size={16} strokeWidth={1.6} aria-hidden />
            </AriaButton>
            <CalendarHeading className={styles.month} />
            <AriaButton slot="next" className={styles.turn}>
              <ChevronRight size={16} strokeWidth={1.6} aria-hidden />
            </AriaButton>
          </div>
          <CalendarGrid className={styles.grid}>
            <CalendarGridHeader>
              {(name) => <CalendarHeaderCell className={styles.weekday}>{name}</CalendarHeaderCell>}
            </CalendarGridHeader>
            <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles.cell} />}</CalendarGridBody>
          </CalendarGrid>
          {day && (
            <Button
              slot={null}
              size="small"
              onPress={() => {
                onChange(undefined);
                setOpen(false);
              }}
            >
              {t('filter.anyDay')}
            </Button>
          )}
        </Calendar>
      </Popover>
    </DatePicker>
  );
}

/** Whatever an address says is a day: one that no month has is its last one. */
function calendarDay(text: string): CalendarDate {
  const [year = 1, month = 1, date = 1] = text.split('-').map(Number);
  return new CalendarDate(year, month, date);
}
