-- A loaded submission that is not among the entries exactly once.
SELECT s.submission_id FROM submissions s LEFT JOIN entries n USING (submission_id)
GROUP BY s.submission_id HAVING count(n.submission_id) <> 1
