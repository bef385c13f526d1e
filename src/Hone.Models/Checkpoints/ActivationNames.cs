using Hone.Tensors;

namespace Hone.Models;

/// <summary>The names that config.json has for pointwise functions (transformers, activations.py).</summary>
internal static class ActivationNames
{
    /// <summary>The name of xIELU, which has numbers of its own.</summary>
    public const string Xielu = "xielu";

    /// <summary>All names, for messages.</summary>
    public const string All = "silu, gelu, gelu_new, gelu_pytorch_tanh, relu, relu2, gelu_sine, gelu_sinc or xielu";

    /// <summary>The function of a name; false if it is not supported. xIELU is no such function.</summary>
    public static bool TryParse(string name, out Activation activation)
    {
        Activation? found = name switch
        {
            "silu" or "swish" => Activation.Silu,
            "gelu" or "gelu_python" => Activation.Gelu,
            "gelu_new" or "gelu_pytorch_tanh" or "gelu_fast" => Activation.GeluTanh,
            "relu" => Activation.Relu,
            "relu2" => Activation.ReluSquared,
            // No library but this one has names for these two.
            "gelu_sine" => Activation.GeluSine,
            "gelu_sinc" => Activation.GeluSinc,
            _ => null,
        };
        activation = found ?? default;
        return found is not null;
    }

    /// <summary>The name that is written.</summary>
    public static string Of(FeedForwardConfig config) => config.Xielu ? Xielu : config.Activation switch
    {
        Activation.Silu => "silu",
        Activation.Gelu => "gelu",
        Activation.Relu => "relu",
        Activation.ReluSquared => "relu2",
        Activation.GeluSine => "gelu_sine",
        Activation.GeluSinc => "gelu_sinc",
        _ => "gelu_pytorch_tanh",
    };
}
