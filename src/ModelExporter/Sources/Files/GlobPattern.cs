namespace ModelExporter.Sources.Files;

/// <summary>
/// A shell pattern for one name: <c>*</c>, <c>?</c>, <c>[abc]</c>, <c>[a-z]</c>, <c>[!abc]</c>; <c>[[]</c> is a bracket. As in a shell,
/// a name with a leading dot is matched only by a pattern with one, so that Kubernetes' <c>..data</c> directories stay out.
/// </summary>
sealed class GlobPattern(string pattern)
{
    public string Text => pattern;

    public bool IsLiteral { get; } = pattern.AsSpan().IndexOfAny('*', '?', '[') < 0;

    public bool Matches(string name)
    {
        if (name.StartsWith('.') && !pattern.StartsWith('.'))
            return false;

        var (at, next) = (0, 0);
        var (star, retry) = (-1, 0);
        while (next < name.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, retry) = (at++, next);
            }
            else if (at < pattern.Length && MatchesOne(name[next], at, out var after))
            {
                at = after;
                next++;
            }
            else if (star >= 0)
            {
                // The last star takes one character more; earlier stars need no second look.
                at = star + 1;
                next = ++retry;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).TrimStart('*').IsEmpty;
    }

    bool MatchesOne(char c, int at, out int after)
    {
        after = at + 1;
        if (pattern[at] == '?')
            return true;
        if (pattern[at] != '[')
            return pattern[at] == c;

        var first = at + 1;
        var negated = first < pattern.Length && pattern[first] is '!' or '^';
        if (negated)
            first++;

        // A bracket right after the opening one is a member of the set, so the search for the end starts behind it.
        var end = first + 1 < pattern.Length ? pattern.IndexOf(']', first + 1) : -1;
        if (end < 0)
            return c == '[';

        after = end + 1;
        return IsMember(pattern.AsSpan(first, end - first), c) != negated;
    }

    static bool IsMember(ReadOnlySpan<char> set, char c)
    {
        for (var i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                if (set[i] <= c && c <= set[i + 2])
                    return true;
                i += 2;
            }
            else if (set[i] == c)
            {
                return true;
            }
        }

        return false;
    }
}
