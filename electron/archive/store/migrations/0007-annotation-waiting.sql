-- Highlights that wait for a person: their words differ from what stands there now, or are gone.
CREATE INDEX annotation_waiting ON annotation (created_at DESC, id DESC) WHERE deleted_at IS NULL AND state IN ('changed', 'orphan');
