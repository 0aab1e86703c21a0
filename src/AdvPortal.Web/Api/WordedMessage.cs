using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Originals;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Api;

/// <summary>Writes what the domain only names in the caller's language: the API answers words, never keys.</summary>
internal sealed class WordedMessage(IStringLocalizer<Texts> text) : JsonConverter<Message>
{
    public override Message Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("Messages are not sent in.");

    public override void Write(Utf8JsonWriter writer, Message value, JsonSerializerOptions options) => writer.WriteStringValue(text.Say(value));
}

/// <summary>Gives the API's JSON its words, which come from the services.</summary>
internal sealed class ApiJson(IStringLocalizer<Texts> text) : Microsoft.Extensions.Options.IConfigureOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>
{
    public void Configure(Microsoft.AspNetCore.Http.Json.JsonOptions options)
    {
        options.SerializerOptions.Converters.Add(new WordedProblem());
        options.SerializerOptions.Converters.Add(new WordedTextLine());
        options.SerializerOptions.Converters.Add(new WordedMessage(text));
        options.SerializerOptions.Converters.Add(new CamelCaseEnums());
        options.SerializerOptions.Converters.Add(new IdJson());
        options.SerializerOptions.AllowOutOfOrderMetadataProperties = true;
        options.SerializerOptions.TypeInfoResolver = options.SerializerOptions.TypeInfoResolver!.WithAddedModifier(NoLists.Soften);
    }
}

/// <summary>Writes an enum by its camelCase name, unless it says itself how it is written: a set of days is a list.</summary>
internal sealed class CamelCaseEnums : JsonConverterFactory
{
    private static readonly JsonStringEnumConverter _names = new(JsonNamingPolicy.CamelCase);

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum && !typeToConvert.IsDefined(typeof(JsonConverterAttribute), inherit: false);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => _names.CreateConverter(typeToConvert, options);
}

/// <summary>Writes a problem of a file in words, with its place in the file.</summary>
internal sealed class WordedProblem : JsonConverter<Problem>
{
    public override Problem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("Problems are not sent in.");

    public override void Write(Utf8JsonWriter writer, Problem value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("severity", value.Severity.ApiName());
        writer.WriteString("code", value.Code);
        writer.WriteString("message", ProblemText.Say(value, CultureInfo.CurrentUICulture));
        writer.WriteString("where", ProblemText.Where(value, CultureInfo.CurrentUICulture));
        writer.WriteEndObject();
    }
}

/// <summary>Writes a line of an original with what it says in words: the library that reads files has words of its own.</summary>
internal sealed class WordedTextLine : JsonConverter<TextLine>
{
    public override TextLine Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("Originals are not sent in.");

    public override void Write(Utf8JsonWriter writer, TextLine value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("text", value.Text);
        writer.WriteString("explanation", ProblemText.Explain(value, CultureInfo.CurrentUICulture));
        writer.WriteEndObject();
    }
}
