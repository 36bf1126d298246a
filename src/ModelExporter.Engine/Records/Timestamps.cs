using ModelExporter.Engine.Records.Json;

namespace ModelExporter.Engine.Records;

/// <summary>Reads the times of records into microseconds since the Unix epoch, UTC, in the years 1 to 9999.</summary>
public static class Timestamps
{
    const long MicrosecondsPerSecond = 1_000_000;
    const int MaxFractionDigits = 9;

    /// <summary>The first microsecond of the year 1.</summary>
    public const long MinValue = -62_135_596_800 * MicrosecondsPerSecond;

    /// <summary>The last microsecond of the year 9999.</summary>
    public const long MaxValue = 253_402_300_800 * MicrosecondsPerSecond - 1;

    /// <summary>Reads an RFC 3339 time, or a number as <see cref="TryFromEpoch"/> does.</summary>
    /// <remarks>
    /// Accepted beyond RFC 3339, because logs have it: a space or <c>t</c> for <c>T</c>, a comma for the point, an offset without its
    /// colon, no offset (UTC), and a date alone (its midnight, UTC). A fraction has at most nine digits, those after the sixth are cut
    /// off. The leap second <c>:60</c> is the last microsecond of its minute.
    /// </remarks>
    public static bool TryParse(ReadOnlySpan<byte> text, out long unixMicroseconds)
    {
        unixMicroseconds = 0;
        if (text.Length < 10 || text[4] != (byte)'-')
            return JsonNumber.TryParse(text, out var number, out var length) && length == text.Length
                && TryFromEpoch(number, out unixMicroseconds);

        if (!TryReadDate(text, out var days)) return false;
        var time = 0L;
        if (text.Length > 10 && !TryReadTime(text[10..], out time)) return false;
        unixMicroseconds = days * 86_400 * MicrosecondsPerSecond + time;
        return unixMicroseconds is >= MinValue and <= MaxValue;
    }

    /// <summary>Reads a number as the time since the epoch, in the unit its magnitude tells: seconds below 1e11 (the year 5138),
    /// milliseconds below 1e14, microseconds below 1e17, and nanoseconds from there on. Rounds to the nearest microsecond.</summary>
    public static bool TryFromEpoch(double number, out long unixMicroseconds)
    {
        unixMicroseconds = 0;
        if (!(Math.Abs(number) < 1e21)) return false; // NaN too
        var (units, perUnit) = Math.Abs(number) switch
        {
            < 1e11 => (number, MicrosecondsPerSecond),
            < 1e14 => (number, 1000),
            < 1e17 => (number, 1),
            _ => (number / 1e3, 1),
        };

        // A double has no room for the microseconds of a late year, so whole units are multiplied as integers.
        var whole = Math.Floor(units);
        unixMicroseconds = (long)whole * perUnit + (long)Math.Round((units - whole) * perUnit);
        return unixMicroseconds is >= MinValue and <= MaxValue;
    }

    // yyyy-MM-dd; at least ten bytes.
    static bool TryReadDate(ReadOnlySpan<byte> text, out long days)
    {
        var year = TwoDigits(text, 0) * 100 + TwoDigits(text, 2);
        var month = TwoDigits(text, 5);
        var day = TwoDigits(text, 8);
        days = 0;
        if (text[4] != (byte)'-' || text[7] != (byte)'-') return false;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DaysInMonth(year, month)) return false;
        days = DaysFromCivil(year, month, day);
        return true;
    }

    // The separator, HH:mm:ss, and what may follow.
    static bool TryReadTime(ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        if (text.Length < 9 || text[0] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[3] != (byte)':' || text[6] != (byte)':')
            return false;
        var hour = TwoDigits(text, 1);
        var minute = TwoDigits(text, 4);
        var second = TwoDigits(text, 7);
        if (hour > 23 || minute > 59 || second > 60) return false;

        var rest = text[9..];
        var fraction = 0;
        if (rest is [(byte)'.' or (byte)',', ..] && !TryReadFraction(ref rest, out fraction)) return false;
        if (second == 60) (second, fraction) = (59, (int)MicrosecondsPerSecond - 1);
        if (!TryReadOffset(rest, out var offsetMinutes)) return false;
        microseconds = ((hour * 60 + minute - offsetMinutes) * 60 + second) * MicrosecondsPerSecond + fraction;
        return true;
    }

    static bool TryReadFraction(ref ReadOnlySpan<byte> text, out int microseconds)
    {
        var digits = 0;
        microseconds = 0;
        for (text = text[1..]; !text.IsEmpty && char.IsAsciiDigit((char)text[0]); text = text[1..], digits++)
            if (digits < 6) microseconds = microseconds * 10 + text[0] - '0';
        for (var missing = digits; missing < 6; missing++) microseconds *= 10;
        return digits is >= 1 and <= MaxFractionDigits;
    }

    static bool TryReadOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text is [] or [(byte)'Z' or (byte)'z']) return true;
        if (text[0] is not ((byte)'+' or (byte)'-')) return false;
        var colon = text.Length == 6 && text[3] == (byte)':' ? 1 : 0;
        if (text.Length != 5 + colon) return false;
        var hour = TwoDigits(text, 1);
        var minute = TwoDigits(text, 3 + colon);
        if (hour > 23 || minute > 59) return false;
        minutes = (hour * 60 + minute) * (text[0] == (byte)'-' ? -1 : 1);
        return true;
    }

    // Far out of every range if one of them is no digit.
    static int TwoDigits(ReadOnlySpan<byte> text, int at)
    {
        var tens = (uint)(text[at] - '0');
        var ones = (uint)(text[at + 1] - '0');
        return tens > 9 || ones > 9 ? 1_000_000 : (int)(tens * 10 + ones);
    }

    static int DaysInMonth(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    // Days since 1970-01-01 in the proleptic Gregorian calendar: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms",
    // days_from_civil. The year is moved to begin in March, so that the leap day is its last.
    static long DaysFromCivil(int year, int month, int day)
    {
        if (month <= 2) year--;
        var era = year / 400; // years are never negative here
        var yearOfEra = year - era * 400;
        var dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        var dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }
}
