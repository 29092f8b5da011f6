import { both } from './both.ts';

export const annotationStrings = both({ title: '' }, { title: '' });
