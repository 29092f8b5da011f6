import type { Unit } from '../reading/units.ts';

const VOICE = /^[^，。、；：！？:]{2,5}[:：]/u;

/** Who speaks in an interview: several whole paragraphs begin with the name and a colon, and no line of theirs is a headline. */
export function readVoices(units: readonly Unit[]): (unit: Unit) => boolean {
  const voices = new Map<string, number>();
  const voiceOf = ({ plain }: Unit) => VOICE.exec(plain)?.[0] ?? '';
  for (const unit of units) if (unit.complete) voices.set(voiceOf(unit), (voices.get(voiceOf(unit)) ?? 0) + 1);
  return (unit) => voiceOf(unit) !== '' && (voices.get(voiceOf(unit)) ?? 0) > 1;
}
