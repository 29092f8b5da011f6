import { z } from 'zod';

/** Every id is a UUIDv7: sortable by the moment it was made. The brands keep one kind from being passed for another. */
const Uuid = z.uuidv7();
export const ArticleId = Uuid.brand<'ArticleId'>();
export type ArticleId = z.infer<typeof ArticleId>;
export const AnnotationId = Uuid.brand<'AnnotationId'>();
export type AnnotationId = z.infer<typeof AnnotationId>;
export const SourceId = Uuid.brand<'SourceId'>();
export type SourceId = z.infer<typeof SourceId>;
export const TagId = Uuid.brand<'TagId'>();
export type TagId = z.infer<typeof TagId>;
/** One act of a person, the unit of undo. */
export const ChangeId = Uuid.brand<'ChangeId'>();
export type ChangeId = z.infer<typeof ChangeId>;
/** Pages without a doubt as a person was told of them, to be accepted together. */
export const AnnouncedId = Uuid.brand<'AnnouncedId'>();
export type AnnouncedId = z.infer<typeof AnnouncedId>;
export const CorrectionId = Uuid.brand<'CorrectionId'>();
export type CorrectionId = z.infer<typeof CorrectionId>;
/** A query that a person saved. */
export const SearchId = Uuid.brand<'SearchId'>();
export type SearchId = z.infer<typeof SearchId>;
/** A template that a person keeps. */
export const TemplateId = Uuid.brand<'TemplateId'>();
export type TemplateId = z.infer<typeof TemplateId>;
/** One import under way: files of one drop, one dialog or one command. */
export const BatchId = Uuid.brand<'BatchId'>();
export type BatchId = z.infer<typeof BatchId>;
/** A folder that the person chose, named without its path: only the host knows where it is. */
export const PlaceHandle = z.string().min(1).max(128).brand<'PlaceHandle'>();
export type PlaceHandle = z.infer<typeof PlaceHandle>;

/** UTF-16 positions, half open. */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Span = z.infer<typeof Span>;
